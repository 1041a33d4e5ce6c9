/**
 * Stands in for WXT's `ContentScriptContext` (see `wxt.config.ts`): the same life, but it dispatches nothing
 * that a page could hear. Only the part that our entrypoints use; ends when the extension is gone.
 */
export class ContentScriptContext extends AbortController {}
