import { describe, expect, it } from 'vitest';
import { libraryCounts } from '../../../lib/library/counts';
import { healthReport, pictureFailures, type HealthFacts } from '../../../lib/library/health-report';
import { indexFacts } from '../../../lib/library/index-facts';
import { checkLibrary } from '../../../lib/library/integrity';
import { pendingPictures, storePicture } from '../../../lib/library/pictures';
import { libraryUsage } from '../../../lib/library/usage';
import { anArticle, aLibrary, save } from './a-library';

const NOW = 1_900_000_000_000;

const facts: HealthFacts = {
  versions: { extension: '0.1.0', schema: 3, browser: 'A browser/1.0' },
  storage: { usage: 12_345, quota: 1e9, kept: true },
  errors: ['full'],
};

describe('the report for a bug report', () => {
  it('says what is known, also of a library that does not open', () => {
    expect(healthReport(facts).split('\n')).toEqual([
      'Quietpage 0.1.0, schema 3',
      'A browser/1.0',
      'rows: not read',
      'storage in bytes: usage 12345, quota 1000000000, kept true',
      'bytes by kind: not read',
      'pictures not had: none',
      'index: not read',
      'check: not run',
      'errors: full',
    ]);
  });

  it('holds nothing of what is in the library, however damaged', async () => {
    const db = aLibrary();
    const secret = { url: 'https://confidential.example.net/zyzzyva', title: 'Quixotic 头条', source: '机密日报' };
    const article = anArticle({ ...secret, images: ['https://secretpictures.example.org/1.jpg'] });
    const { id } = await save(db, article);
    for (const job of await pendingPictures(db, NOW))
      await storePicture(db, job, { ok: false, failure: 'https://oddcode.example.org/' }, NOW);
    await db.bodies.update(id, { html: '<p>Tampered.</p>' });
    await db.articles.update(id, { tags: ['private tag'], note: 'hush', keywords: ['geheim'] });
    await db.texts.add({ articleId: 'GONE', text: 'xylophone' });
    const check = await checkLibrary(db, { depth: 'full' });
    expect(check.findings.length).toBeGreaterThan(2);
    const report = healthReport({
      ...facts,
      errors: ['full', 'Error: https://confidential.example.net/'],
      counts: await libraryCounts(db),
      failures: await pictureFailures(db),
      index: await indexFacts(db),
      usage: await libraryUsage(db),
      check,
    });
    expect(report).toContain('rows: articles 1');
    expect(report).toContain('index: version 1.1 none, pending 1, unreadable 0');
    expect(report).toContain('pictures not had: other 1');
    expect(report).toContain('contentChanged 1');
    expect(report).not.toMatch(
      /confidential|zyzzyva|quixotic|头条|机密|secret|oddcode|tampered|private|hush|geheim|xylo/i,
    );
    expect(report).not.toMatch(/https?:|[^\n -~]/);
    expect(report).not.toContain(id);
    expect(report.split('\n')).toHaveLength(9);
  });
});
