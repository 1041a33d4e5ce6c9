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
  /** Sanitised, in any document; moved into the view, so give each view its own. */
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
  readonly place = createRef<HTMLDivElement>();
  private stop = new AbortController();

  private showBody(): void {
    this.stop.abort();
    this.stop = new AbortController();
    const { body, pictureSource } = this.props;
    if (this.place.current) showBody(this.place.current, body, pictureSource, { signal: this.stop.signal });
  }

  override componentDidMount(): void {
    this.showBody();
  }

  override componentDidUpdate(before: Props): void {
    if (before.body !== this.props.body) this.showBody();
  }

  override componentWillUnmount(): void {
    this.stop.abort();
  }

  render({ head, look, keywords, children }: Props) {
    return (
      <article
        class="article"
        // Empty, where unknown, or it would inherit the language of our own texts.
        lang={head.lang}
        dir={head.dir}
        data-font={look.font}
        style={{
          '--article-size': `${look.textSize}px`,
          '--article-measure': look.measure,
          '--article-leading': look.lineHeight,
        }}
      >
        <div class="article-column">
          <ArticleHeader head={head} keywords={keywords} />
          <div class="article-body" ref={this.place} />
          {children}
          <p class="article-origin">{head.url}</p>
        </div>
      </article>
    );
  }
}
