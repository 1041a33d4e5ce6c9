import { Component } from 'preact';
import type { RemovedPart } from '../../lib/article';
import { plural, t, type MessageKey } from '../i18n';

/** Enough to recognise a block by. */
const SHOWN_CHARACTERS = 160;

const REASONS: Record<string, MessageKey> = {
  'repeated-headline': 'article_removed_headline',
  'repeated-summary': 'article_removed_summary',
  'repeated-pictures': 'article_removed_picture',
  'repeated-captions': 'article_removed_caption',
  'boilerplate-lines': 'article_removed_boilerplate',
  'related-stories': 'article_removed_related',
};

function shorten(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > SHOWN_CHARACTERS ? `${flat.slice(0, SHOWN_CHARACTERS)}…` : flat;
}

function PartList({ parts }: { parts: readonly RemovedPart[] }) {
  return (
    <ul>
      {parts.map((part, index) => (
        <li key={index}>
          <span class="article-removed-reason">{t(REASONS[part.pass] ?? 'article_removed_repeat')}</span>
          <span>{shorten(part.text)}</span>
        </li>
      ))}
    </ul>
  );
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
        {this.state.open && <PartList parts={parts} />}
      </details>
    );
  }
}
