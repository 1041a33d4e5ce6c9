import { Component } from 'preact';
import type { RemovedPart } from '../../lib/article';
import { plural, t } from '../i18n';
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

type Props = { parts: readonly RemovedPart[] };

/** What was taken out of the article and why. Made only when asked for: a search in the page must not find it. */
export class RemovedParts extends Component<Props, { open: boolean }> {
  override state = { open: false };

  render({ parts }: Props) {
    if (parts.length === 0) return null;
    return (
      <details class="article-removed" onToggle={({ currentTarget }) => this.setState({ open: currentTarget.open })}>
        <summary>{plural('article_removed', parts.length)}</summary>
        {this.state.open &&
          parts.map((part, index) => (
            <p key={index}>
              <b>{reasonOf(part)}</b> {shorten(part.text)}
            </p>
          ))}
      </details>
    );
  }
}
