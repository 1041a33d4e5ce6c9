import { FONTS, LINE_HEIGHTS, MEASURES, TEXT_SIZES, THEMES, type Settings } from '../../lib/settings/settings';
import { t } from '../i18n';
import { Choice } from './choice';
import { Stepper } from './stepper';

type Props = { settings: Settings; onChange: (change: Partial<Settings>) => void };

/** Theme, font, text size, width and line height: the same in the reader, the library and the options page. */
export function ReadingSettings({ settings, onChange }: Props) {
  return (
    <div class="reading-settings">
      <Choice
        label={t('reader_theme')}
        name="theme"
        options={THEMES.map((value) => ({ value, label: t(`reader_theme_${value}`), theme: value }))}
        value={settings.theme}
        onPick={(theme) => onChange({ theme })}
      />
      <Choice
        label={t('reader_font')}
        name="font"
        options={FONTS.map((value) => ({ value, label: t(`reader_font_${value}`) }))}
        value={settings.font}
        onPick={(font) => onChange({ font })}
      />
      <Stepper
        label={t('reader_text_size')}
        steps={TEXT_SIZES}
        value={settings.textSize}
        less={t('reader_text_smaller')}
        more={t('reader_text_larger')}
        onStep={(textSize) => onChange({ textSize })}
      />
      <Stepper
        label={t('reader_measure')}
        steps={MEASURES}
        value={settings.measure}
        less={t('reader_measure_less')}
        more={t('reader_measure_more')}
        onStep={(measure) => onChange({ measure })}
      />
      <Stepper
        label={t('reader_line_height')}
        steps={LINE_HEIGHTS}
        value={settings.lineHeight}
        less={t('reader_line_height_less')}
        more={t('reader_line_height_more')}
        onStep={(lineHeight) => onChange({ lineHeight })}
      />
    </div>
  );
}
