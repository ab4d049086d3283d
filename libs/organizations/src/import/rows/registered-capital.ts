import Big from 'big.js';
import type { MoneyType } from '@app/kernel';

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|usd/, 'USD'],
  [/港[元币]|hkd/, 'HKD'],
  [/日[元圆]|jpy/, 'JPY'],
  [/欧元|eur/, 'EUR'],
  [/台币|新台币|twd/, 'TWD'],
  [/英镑|gbp/, 'GBP'],
  [/瑞士法郎|chf/, 'CHF'],
  [/新加坡元|sgd/, 'SGD'],
  [/澳(?:大利亚)?元|aud/, 'AUD'],
  [/加(?:拿大)?元|cad/, 'CAD'],
  [/韩元|krw/, 'KRW'],
  [/马克|dem/, 'DEM'],
  [/法国法郎|frf/, 'FRF'],
  [/丹麦克郎|dkk/, 'DKK'],
];

/** Units that mean yuan, or none at all. */
const YUAN = /^[(（]?[亿万千]?(人民币)?[元圆]?(人民币|整)?(rmb|cny)?[)）]?$/;

/**
 * Registered capital as registers write it: 500(万元), 13,980(万元人民币), 7.6万人民币, 120万美元; without a unit it is in
 * 10,000 yuan, as the register's column is. Null for an empty cell, undefined when it cannot be read.
 */
export function parseRegisteredCapital(text: string): MoneyType | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
  if (plain === '' || plain === '-' || plain === '无') return null;
  const match = /^(\d+(?:\.\d+)?)(.*)$/.exec(plain);
  if (!match) return undefined;
  const unit = match[2] ?? '';
  const foreign = CURRENCIES.find(([name]) => name.test(unit))?.[1];
  if (!foreign && !YUAN.test(unit)) return undefined;
  const factor = unit.includes('亿') ? 100_000_000 : unit === '' || unit.includes('万') ? 10_000 : 1;
  return { amount: new Big(match[1] ?? '0').times(factor).toFixed(), currency: foreign ?? 'CNY' };
}
