import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Key = keyof typeof english & keyof typeof chinese;

/** A text of the product, so that a story does not break when the wording changes. */
export function says(key: Key, language: 'en' | 'zh' = 'en'): string {
  return (language === 'zh' ? chinese : english)[key].message;
}

/** A text with `$1` in it, as a pattern for the finished text. */
export function saysLike(key: Key, language: 'en' | 'zh' = 'en'): RegExp {
  const parts = says(key, language).split(/\$\d/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}
