import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../components/i18n';
import { Choice } from '../../components/reading-settings/choice';
import type { CheckState } from '../../lib/library/integrity';
import { libraryUsage, type LibraryUsage } from '../../lib/library/usage';
import type { PicturesStopped } from '../../lib/messages';
import { PICTURES, type Settings } from '../../lib/settings/settings';
import { HealthCheck } from './health-check';
import { db, libraryState } from './health-library';
import { HealthReportButton } from './health-report-button';
import { HealthTrouble } from './health-trouble';
import { HealthUsage } from './health-usage';

type Props = { settings: Settings; onChange: (change: Partial<Settings>) => void };

type Room = { usage: number; quota: number; kept: boolean };

const UNLIMITED = { permissions: ['unlimitedStorage' as const] };

/** The permission keeps the library from being cleared; the promise comes on top where it is given without a question. */
async function isKept(storage: StorageManager): Promise<boolean> {
  if (!(await browser.permissions.contains(UNLIMITED))) return storage.persisted();
  void storage.persist().catch(() => undefined);
  return true;
}

async function roomOf(storage: StorageManager): Promise<Room> {
  const [{ usage = 0, quota = 0 }, kept] = await Promise.all([storage.estimate(), isKept(storage)]);
  return { usage, quota, kept };
}

async function stoppedPictures(): Promise<PicturesStopped | null> {
  const { picturesStopped = null } = await browser.storage.session.get('picturesStopped');
  return picturesStopped as PicturesStopped | null;
}

/** The health of the library: its room, the browser's promise, its pictures, an examination, and a report without content. */
export function StorageSection({ settings, onChange }: Props) {
  const room = useSignal<Room | null>(null);
  const kinds = useSignal<LibraryUsage | null>(null);
  const stopped = useSignal<PicturesStopped | null>(null);
  const refused = useSignal(false);
  const checked = useSignal<CheckState | null>(null);
  const ready = libraryState.value === 'ready';

  const look = async () => {
    room.value = await roomOf(navigator.storage);
    stopped.value = await stoppedPictures();
    if (libraryState.value === 'ready') kinds.value = await libraryUsage(db).catch(() => null);
  };
  useEffect(() => {
    void look();
    const follow = (_changes: unknown, area: string) => {
      if (area === 'session') void look();
    };
    browser.storage.onChanged.addListener(follow);
    return () => browser.storage.onChanged.removeListener(follow);
  }, [ready]);

  const persist = async () => {
    refused.value = !(await navigator.storage.persist());
    await look();
  };
  if (!room.value) return null;
  const { usage, quota, kept } = room.value;
  const errors = [...(ready ? [] : [libraryState.value]), ...(stopped.value ? [stopped.value.code] : [])];
  return (
    <>
      <HealthTrouble state={libraryState.value} stopped={stopped.value} />
      <HealthUsage usage={usage} quota={quota} kinds={kinds.value} />
      <p role="status">{t(kept ? 'options_kept' : refused.value ? 'options_persist_refused' : 'options_not_kept')}</p>
      {!kept && (
        <button class="button" type="button" onClick={() => void persist()}>
          {t('options_persist')}
        </button>
      )}
      <div class="reading-settings">
        <Choice
          label={t('options_pictures')}
          options={PICTURES.map((value) => ({ value, label: t(`options_pictures_${value}`) }))}
          value={settings.pictures}
          onPick={(pictures) => onChange({ pictures })}
        />
      </div>
      <p class="options-hint">{t('options_pictures_hint')}</p>
      {ready && <HealthCheck db={db} checked={checked} onRepaired={() => void look()} />}
      <HealthReportButton
        db={ready ? db : null}
        known={{
          storage: room.value,
          errors,
          ...(kinds.value && { usage: kinds.value }),
          ...(checked.value && { check: checked.value }),
        }}
      />
    </>
  );
}
