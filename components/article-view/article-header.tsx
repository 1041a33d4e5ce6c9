import type { ComponentChildren } from 'preact';
import { formatDate, plural, uiLocale } from '../i18n';
import type { ArticleHead } from './article-view';
import { titleParts } from './title-parts';

/** Headline, then one quiet line: source · byline · date · minutes. */
export function ArticleHeader({ head, keywords }: { head: ArticleHead; keywords?: ComponentChildren }) {
  return (
    <header class="article-header">
      <h1 class="article-title">
        {titleParts(head.title, head.lang).map((part, index) => [index > 0 && <wbr />, part])}
      </h1>
      <p class="article-facts">
        {head.source && <bdi class="article-source">{head.source}</bdi>}
        {head.byline && head.byline !== head.source && <bdi>{head.byline}</bdi>}
        {head.publishedAt && (
          <time dateTime={head.publishedAt} lang={uiLocale()} dir="auto">
            {formatDate(head.publishedAt)}
          </time>
        )}
        <bdi lang={uiLocale()}>{plural('minutes', head.minutes)}</bdi>
      </p>
      {keywords !== undefined && <div class="article-keywords">{keywords}</div>}
    </header>
  );
}
