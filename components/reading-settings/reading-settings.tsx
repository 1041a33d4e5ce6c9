import { FONTS, LINE_HEIGHTS, MEASURES, TEXT_SIZES, THEMES, type Settings } from '../../lib/settings/settings';
import { t } from '../i18n';
import { Choice } from './choice';
import { Slider } from './slider';

type Props = { settings: Settings; onChange: (change: Partial<Settings>) => void };

/** Theme, font, text size, width and line height: the same in the reader, the library and the options page. */
export function ReadingSettings({ settings, onChange }: Props) {
  return (
    <div class="reading-settings">
      <Choice
        label={t('reader_theme')}
        options={THEMES.map((value) => ({ value, label: t(`reader_theme_${value}`), theme: value }))}
        value={settings.theme}
        onPick={(theme) => onChange({ theme })}
      />
      <Choice
        label={t('reader_font')}
        options={FONTS.map((value) => ({ value, label: t(`reader_font_${value}`) }))}
        value={settings.font}
        onPick={(font) => onChange({ font })}
      />
      <Slider
        label={t('reader_text_size')}
        steps={TEXT_SIZES}
        value={settings.textSize}
        onPick={(textSize) => onChange({ textSize })}
      />
      <Slider
        label={t('reader_measure')}
        steps={MEASURES}
        value={settings.measure}
        onPick={(measure) => onChange({ measure })}
      />
      <Slider
        label={t('reader_line_height')}
        steps={LINE_HEIGHTS}
        value={settings.lineHeight}
        onPick={(lineHeight) => onChange({ lineHeight })}
      />
    </div>
  );
}
