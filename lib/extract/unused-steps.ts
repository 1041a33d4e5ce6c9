/** Steps of Readability that `engine.ts` does without; the build leaves them out of the reader (`wxt.config.ts`). */
export const UNUSED_STEPS = [
  'parse',
  '_unwrapNoscriptImages',
  '_isSingleImage',
  '_getJSONLD',
  '_getArticleMetadata',
  '_getArticleTitle',
  '_unescapeHtmlEntities',
  '_fixLazyImages',
  '_postProcessContent',
  '_fixRelativeUris',
  '_cleanClasses',
  '_findNode',
  '_isUrl',
  // `repeated-headline` does it for every script.
  '_headerDuplicatesTitle',
  '_textSimilarity',
  // `keep-allowed` and `tidy-article` do it.
  '_cleanStyles',
] as const;

/** Patterns that only those steps ask, or none. */
export const UNUSED_PATTERNS = [
  'commas',
  'srcsetUrl',
  'extraneous',
  'replaceFonts',
  'nextLink',
  'prevLink',
  'b64DataUrl',
  'jsonLdArticleTypes',
  'tokenize',
];

/** Other parts, from the text that begins a line to the one that ends it: old ways to call it, its log, what it says of the article beside its body. */
export const UNUSED_PARTS: [from: string, to: string][] = [
  ['  // In some older versions', '  options = options || {};\n'],
  ['  this._docJSDOMParser =', '  this._articleSiteName = null;\n'],
  ['  this._debug =', 'this.DEFAULT_MAX_ELEMS_TO_PARSE;\n'],
  ['    // Avoid ever operating on live', '\n    }\n'],
  ['    // Avoid ever operating on live', '\n    }\n'],
  ['    return [].concat.apply(', '\n    );\n'],
  ['      if (isPaging) {', '\n      }\n'],
  ['      if (this._debug) {', '\n      }\n'],
  ['      if (this._debug) {', '\n      }\n'],
  ['      if (this._debug) {', '\n      }\n'],
  ['  // Control whether log messages', '\n  }\n'],
  ['  this._classesToPreserve =', '  this._disableJSONLD = !!options.disableJSONLD;\n'],
  ['        // Find out text direction', '        });\n'],
  ['        if (shouldRemoveTitleHeader &&', '        }\n'],
  ['  HTML_ESCAPE_MAP: {', '\n  },\n'],
  ['  PRESENTATIONAL_ATTRIBUTES: [', '\n  ],\n'],
  ['  DEPRECATED_SIZE_ATTRIBUTE_ELEMS:', '],\n'],
  ['  DEFAULT_MAX_ELEMS_TO_PARSE:', ',\n'],
  ['  CLASSES_TO_PRESERVE:', '],\n'],
];
