import { t } from '../i18n';

const EXAMPLES = [
  'exact',
  'not',
  'or',
  'group',
  'source',
  'site',
  'tag',
  'is',
  'has',
  'after',
  'saved',
  'minutes',
  'lang',
] as const;

type Props = {
  id: string;
  /** An example was picked. */
  onPick: (example: string) => void;
};

/** What can be written in the search box, each as an example to try. */
export function SearchHelp({ id, onPick }: Props) {
  return (
    <div class="search-help" id={id}>
      <p>{t('search_help_lead')}</p>
      <ul>
        {EXAMPLES.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onPick(t(`search_help_${name}_example`))}>
              {t(`search_help_${name}_example`)}
            </button>
            <span>{t(`search_help_${name}_text`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
