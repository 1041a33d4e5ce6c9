/** jieba's own TF-IDF, with the dictionary and the frequencies that it ships: what Chinese keywords are measured by. */
import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict';
import type { PeerArticle } from './keywords-words.ts';

export function jiebaKeywords(): (article: PeerArticle, limit: number) => string[] {
  const jieba = Jieba.withDict(dict);
  const tfidf = TfIdf.withDict(idf);
  return ({ title, text }, limit) =>
    tfidf.extractKeywords(jieba, `${title}\n${text}`, limit).map(({ keyword }) => keyword);
}
