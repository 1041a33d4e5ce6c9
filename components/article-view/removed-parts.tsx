import { Component } from 'preact';
import type { RemovedPart } from '../../lib/article';
import { plural } from '../i18n';
import { RemovedPartRow } from './removed-part-row';

type Props = {
  parts: readonly RemovedPart[];
  /** Shows a part, with its pictures, in `place`. */
  look: (part: RemovedPart, place: HTMLElement) => void;
  /** Puts part `number` back into the article, or takes it out again. Without it the list is for looking only. */
  onPutBack?: (number: number, back: boolean) => void;
};

/** What was taken out of the article and why. Made only when asked for: a search in the page must not find it. */
export class RemovedParts extends Component<Props, { open: boolean }> {
  override state = { open: false };

  render({ parts, look, onPutBack }: Props) {
    if (parts.length === 0) return null;
    return (
      <details class="article-removed" onToggle={({ currentTarget }) => this.setState({ open: currentTarget.open })}>
        <summary>{plural('article_removed', parts.length)}</summary>
        {this.state.open && (
          <ul>
            {parts.map((part, number) => (
              <RemovedPartRow
                key={number}
                part={part}
                look={look}
                onPutBack={onPutBack && ((back) => onPutBack(number, back))}
              />
            ))}
          </ul>
        )}
      </details>
    );
  }
}
