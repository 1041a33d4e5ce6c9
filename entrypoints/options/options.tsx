import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../components/i18n';
import { ReadingSettings } from '../../components/reading-settings/reading-settings';
import type { Settings } from '../../lib/settings/settings';
import { BackupSection } from './backup-section';
import { KeyboardSection } from './keyboard-section';
import { KeywordsSection } from './keywords-section';
import { PrivacySection } from './privacy-section';
import { SiteAccess } from './site-access';
import { SitesSection } from './sites-section';
import { StorageSection } from './storage-section';

type Props = { settings: ReadonlySignal<Settings>; onChange: (change: Partial<Settings>) => void };

export function Options({ settings, onChange }: Props) {
  return (
    <main class="options">
      <header class="options-head">
        <h1>{t('options_title')}</h1>
        <a href="/library.html">{t('options_to_library')}</a>
      </header>
      <Section title={t('options_reading')}>
        <ReadingSettings settings={settings.value} onChange={onChange} />
        <Sample settings={settings.value} />
      </Section>
      <Section title={t('options_recognition')}>
        <Switch
          label={t('options_detection')}
          hint={t('options_detection_hint')}
          on={settings.value.detection}
          onSwitch={(detection) => onChange({ detection })}
        />
        <Switch
          label={t('options_open_at_once')}
          hint={t('options_open_at_once_hint')}
          on={settings.value.openAtOnce}
          onSwitch={(openAtOnce) => onChange({ openAtOnce })}
        />
        <SiteAccess />
      </Section>
      <Section title={t('options_sites')}>
        <SitesSection />
      </Section>
      <Section title={t('options_keywords')}>
        <KeywordsSection />
      </Section>
      <Section title={t('options_keyboard')}>
        <KeyboardSection />
      </Section>
      <Section title={t('options_storage')}>
        <StorageSection settings={settings.value} onChange={onChange} />
      </Section>
      <Section title={t('options_backup')}>
        <BackupSection />
      </Section>
      <Section title={t('options_privacy')}>
        <PrivacySection />
      </Section>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="options-section">
      <h2>{title}</h2>
      <div class="options-body">{children}</div>
    </section>
  );
}

type SwitchProps = { label: string; hint: string; on: boolean; onSwitch: (on: boolean) => void };

function Switch({ label, hint, on, onSwitch }: SwitchProps) {
  return (
    <label class="options-switch">
      <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  );
}

/** What the settings do, at once. */
function Sample({ settings }: { settings: Settings }) {
  return (
    <p
      class="options-sample"
      data-font={settings.font}
      style={{ '--size': `${settings.textSize}px`, '--measure': settings.measure, '--leading': settings.lineHeight }}
    >
      {t('options_sample')}
    </p>
  );
}
