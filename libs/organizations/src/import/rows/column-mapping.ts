import { foldText } from '@app/kernel';
import { ListFileError } from '../reading/list-file.errors.js';

/** The columns that an import of organizations knows. */
export const IMPORT_COLUMNS = [
  'name',
  'creditCode',
  'foundedOn',
  'capital',
  'scope',
  'province',
  'city',
  'county',
  'address',
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** How the columns are headed in lists, in Chinese and English; compared folded, without blanks and underlines. */
const HEADINGS: Readonly<Record<ImportColumn, readonly string[]>> = {
  name: [
    '企业名称',
    '公司名称',
    '单位名称',
    '机构名称',
    '名称',
    'name',
    'company',
    'companyname',
    'organization',
    'organizationname',
  ],
  creditCode: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    'creditcode',
    'uscc',
    'unifiedsocialcreditcode',
    'code',
  ],
  foundedOn: [
    '成立日期',
    '成立时间',
    '注册日期',
    '注册时间',
    '登记日期',
    'regdate',
    'foundedon',
    'founded',
    'established',
    'registrationdate',
  ],
  capital: ['注册资本', '注册资金', 'capital', 'registeredcapital'],
  scope: ['经营范围', '业务范围', 'scope', 'businessscope'],
  province: ['省', '省份', '所属省份', 'province'],
  city: ['市', '城市', '地市', '所属城市', 'city'],
  county: ['区县', '县区', '区', '县', '所属区县', 'county', 'district'],
  address: ['地址', '注册地址', '住所', '企业地址', '经营地址', 'address', 'registeredaddress'],
};

/** Without these nothing can be imported. */
const REQUIRED: readonly ImportColumn[] = ['name', 'creditCode'];

function plain(heading: string): string {
  return foldText(heading).replace(/[\s_*（）()：:-]/g, '');
}

/** Which cell of a row holds which column, and how many cells a row has; absent columns have no place. */
export interface ColumnMapping {
  readonly places: Readonly<Partial<Record<ImportColumn, number>>>;
  readonly width: number;
}

/** The mapping of a header row; throws LIST_FILE_COLUMNS when a required column is missing. */
export function mapColumns(header: readonly string[]): ColumnMapping {
  const found = header.map(plain);
  const places: Partial<Record<ImportColumn, number>> = {};
  for (const column of IMPORT_COLUMNS) {
    const at = HEADINGS[column].map((heading) => found.indexOf(heading)).find((index) => index >= 0);
    if (at !== undefined) places[column] = at;
  }
  const missing = REQUIRED.filter((column) => places[column] === undefined);
  if (missing.length > 0) {
    throw new ListFileError('LIST_FILE_COLUMNS', {
      missing: missing.map((column) => HEADINGS[column][0]).join('、'),
      found:
        header
          .map((heading) => heading.trim().slice(0, 40))
          .filter(Boolean)
          .slice(0, 30)
          .join('、') || '-',
    });
  }
  return { places, width: header.length };
}
