import type { LabelKind } from '../../lib/library/label-fields';
import { t, type MessageKey } from '../i18n';

type Said<K> = K extends `label_tag_${infer S}` ? (`label_keyword_${S}` extends MessageKey ? S : never) : never;

/** What is said of a tag or of a keyword: `label_tag_…`, `label_keyword_…`. */
export const labelText = (kind: LabelKind, said: Said<MessageKey>, ...values: (string | number)[]): string =>
  t(`label_${kind}_${said}`, ...values);
