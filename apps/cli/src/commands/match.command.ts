import { LoaderScope, type Locale } from '@app/kernel';
import { type FoundMatch, MatchFinder, MatchFit, MatchesService, type MatchListType } from '@app/matching';
import { plainWords } from '@app/need-reading';
import { Command, CommandRunner, Option } from 'nest-commander';
import { table } from '../output.js';
import { withPlatform } from '../platform/with-platform.js';

interface MatchOptions {
  readonly first?: number;
  readonly json?: boolean;
  readonly lang?: Locale;
}

/** `match TEXT`: explained matches for a need in plain words, which is not stored. */
@Command({
  name: 'match',
  arguments: '<text>',
  description: 'Explained matches for a need in plain words, which is not stored.',
})
export class MatchCommand extends CommandRunner {
  override async run(
    [text]: string[],
    { first = 20, json = false, lang = 'zh' }: MatchOptions,
  ): Promise<void> {
    if (!text?.trim()) throw new Error('Say what is needed: npm run match -- "TEXT".');
    await withPlatform(async ({ app }) => {
      const found = await app.get(MatchFinder, { strict: false }).findMatches(plainWords(text), first);
      if (json) {
        console.log(JSON.stringify({ compared: found.compared, matches: found.matches.map(jsonMatch) }));
        return;
      }
      const lists = app.get(MatchesService, { strict: false });
      print(await lists.presentMatches(found, { locale: lang, loaders: new LoaderScope() }));
    });
  }

  @Option({ flags: '--first <number>', description: 'How many suppliers, 1 to 100 (20).' })
  parseFirst(value: string): number {
    const first = Number(value);
    if (!Number.isInteger(first) || first < 1 || first > 100)
      throw new Error('--first takes a whole number from 1 to 100.');
    return first;
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }

  @Option({ flags: '--lang <zh|en>', description: 'Language of the reasons (zh).' })
  parseLang(value: string): Locale {
    if (value !== 'zh' && value !== 'en') throw new Error('--lang takes zh or en.');
    return value;
  }
}

function jsonMatch({ candidate, fit, score, reachable, coverage, criteria }: FoundMatch): object {
  return {
    organization: candidate.organizationName,
    capability: candidate.title,
    fit,
    score,
    reachable,
    coverage: coverage.asked === 0 ? 1 : coverage.known / coverage.asked,
    factsKnown: coverage.known,
    factsAsked: coverage.asked,
    criteria: criteria.map(({ key, state, score: part, weight }) => ({ key, state, score: part, weight })),
  };
}

/** Stands behind a match that is not the thing asked for. */
const NEAR = '  仅相近 only near';
const MARKS = { MET: '●', PARTLY: '◐', UNMET: '○', UNKNOWN: '?' } as const;

function print(list: MatchListType): void {
  console.log(
    table(list.parts.map(({ role, kind, text, conceptName }) => [role, kind, text, conceptName ?? '-'])),
  );
  if (list.conditions.length > 0)
    console.log(table(list.conditions.map(({ label, value }) => [label, value])));
  console.log('');
  list.matches.forEach(({ organization, capability, fit, card }, i) => {
    console.log(
      `${i + 1}. ${organization.name} · ${capability.title}  ${card.score} / ${card.reachable}  (${card.factsKnown}/${card.factsAsked})${fit === MatchFit.NEAR ? NEAR : ''}`,
    );
    console.log(table(card.criteria.map(({ state, name, reason }) => ['  ', MARKS[state], name, reason])));
    if (card.decidingFact) console.log(`   → ${card.decidingFact}`);
  });
  if (list.matches.length === 0) console.log('没有找到合适的供应商。 No supplier was found.');
}
