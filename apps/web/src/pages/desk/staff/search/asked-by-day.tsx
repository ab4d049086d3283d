import { number, shortDay } from '../../../../texts/format.js';
import { useReading } from '../../../../texts/locale.js';
import { Chart } from '../../../../ui/chart.js';
import { Section } from '../../../../ui/section.js';
import type { HealthPart } from './search-health.query.js';

/** How much was asked on each day, and how much of it in vain. */
export function AskedByDay({ health, days }: Pick<HealthPart, 'health'> & { days: number }) {
  const { t, locale } = useReading();
  const { asked, withoutHits, askedByDay } = health;
  const title = t('health.byDay');
  return (
    <Section title={title}>
      <p role="status">
        {t('health.questions', { days, asked: number(asked), without: number(withoutHits) })}
      </p>
      {asked > 0 && (
        <Chart
          title={title}
          of={t('health.day')}
          numbers={{
            categories: askedByDay.map(({ day }) => shortDay(day, locale)),
            series: [
              {
                name: t('health.withHits'),
                values: askedByDay.map((each) => each.asked - each.withoutHits),
              },
              { name: t('health.withoutHits'), values: askedByDay.map((each) => each.withoutHits) },
            ],
            stacked: true,
          }}
        />
      )}
    </Section>
  );
}
