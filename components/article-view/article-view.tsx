import { Component, createRef, type ComponentChildren } from 'preact';
import type { Extracted } from '../../lib/article';
import type { Settings } from '../../lib/settings/settings';
import { ArticleHeader } from './article-header';
import { showBody } from './show-body';
import type { PictureSource } from './show-pictures';

/** What stands above the article; a fresh `Extracted` and a stored row both have it. */
export type ArticleHead = Pick<
  Extracted,
  'url' | 'title' | 'byline' | 'source' | 'publishedAt' | 'lang' | 'dir' | 'minutes'
>;

export type ReadingLook = Pick<Settings, 'font' | 'textSize' | 'measure' | 'lineHeight'>;

type Props = {
  head: ArticleHead;
  /** Sanitised, in any document; moved into the view, once: another body needs another view (`key`). */
  body: HTMLElement;
  look: ReadingLook;
  pictureSource: PictureSource;
  /** Slot under the headline; keeps its height while empty, so that late keywords move nothing. */
  keywords?: ComponentChildren;
  /** After the article. */
  children?: ComponentChildren;
};

/** The typeset article, the same over a page and in the library. A class, since hooks would cost the reader 3 kB. */
export class ArticleView extends Component<Props> {
  private readonly place = createRef<HTMLDivElement>();
  private readonly life = new AbortController();

  override componentDidMount(): void {
    const { head, body, pictureSource } = this.props;
    if (this.place.current) showBody(this.place.current, { title: head.title, body, pictureSource }, this.life);
  }

  override componentWillUnmount(): void {
    this.life.abort();
  }

  render({ head, look, keywords, children }: Props) {
    return (
      <article
        class="article"
        // Empty, where unknown, or it would inherit the language of our own texts.
        lang={head.lang}
        dir={head.dir}
        style={{
          '--article-font': `var(--article-${look.font})`,
          '--article-size': `${look.textSize}px`,
          '--article-measure': look.measure,
          '--article-leading': look.lineHeight,
        }}
      >
        <div class="article-column">
          <ArticleHeader head={head} keywords={keywords} />
          <div class="article-body" ref={this.place} />
          {children}
          {/* Shown on paper only. */}
          <p class="article-origin" hidden>
            {head.url}
          </p>
        </div>
      </article>
    );
  }
}
