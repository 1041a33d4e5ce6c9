import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural } from '../../components/i18n';
import type { Pictures } from './storage';

type Props = { watch: (onPictures: (pictures: Pictures) => void) => () => void };

/** How many pictures of the article are there, for as long as others are on their way. */
export function PictureProgress({ watch }: Props) {
  const progress = useSignal<{ held: number; waiting: number }>({ held: 0, waiting: 0 });
  useEffect(
    () =>
      watch((pictures) => {
        const states = [...pictures.values()];
        const held = states.filter((state) => state instanceof Blob).length;
        progress.value = { held, waiting: states.filter((state) => state === null).length };
      }),
    [],
  );
  const { held, waiting } = progress.value;
  return (
    <p class="picture-progress" role="status">
      {waiting > 0 && plural('library_pictures_coming', held + waiting, String(held))}
    </p>
  );
}
