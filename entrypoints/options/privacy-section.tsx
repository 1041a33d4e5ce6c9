import { t, type MessageKey } from '../../components/i18n';

const LINES: MessageKey[] = [
  'options_privacy_1',
  'options_privacy_2',
  'options_privacy_3',
  'options_privacy_4',
  'options_privacy_5',
];

export function PrivacySection() {
  return (
    <ol class="options-privacy">
      {LINES.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ol>
  );
}
