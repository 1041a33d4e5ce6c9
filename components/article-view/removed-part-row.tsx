import { createRef, Component } from 'preact';
import type { RemovedPart } from '../../lib/article';
import { t } from '../i18n';
import { textOfCode } from '../text-of-code';

/** Enough to recognise a block by. */
const SHOWN_CHARACTERS = 160;

function reasonOf({ pass }: RemovedPart): string {
  return textOfCode(`article_removed_${pass.replaceAll('-', '_')}`) ?? t('article_removed_part');
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > SHOWN_CHARACTERS ? `${flat.slice(0, SHOWN_CHARACTERS)}…` : flat;
}

type Props = {
  part: RemovedPart;
  look: (part: RemovedPart, place: HTMLElement) => void;
  onPutBack: ((back: boolean) => void) | undefined;
};

/** One removed part: why, its first words, the whole of it when asked for, and the way back into the article. */
export class RemovedPartRow extends Component<Props, { open: boolean }> {
  override state = { open: false };
  private readonly place = createRef<HTMLDivElement>();

  override componentDidUpdate(): void {
    const { current } = this.place;
    if (current && !current.firstChild) this.props.look(this.props.part, current);
  }

  render({ part, onPutBack }: Props) {
    const back = part.putBack === true;
    return (
      <li>
        <details onToggle={({ currentTarget }) => this.setState({ open: currentTarget.open })}>
          <summary>
            <b>{reasonOf(part)}</b> {shorten(part.text)}
          </summary>
          {this.state.open && <div class="article-removed-part" ref={this.place} />}
        </details>
        {onPutBack && (
          <button class="button" type="button" aria-pressed={back} onClick={() => onPutBack(!back)}>
            {t(back ? 'article_take_out' : 'article_put_back')}
          </button>
        )}
      </li>
    );
  }
}
