import { foldText } from '@app/kernel';
import { ListFileError } from '../reading/list-row.js';

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
  'location',
  'address',
  'industry',
  'tier',
  'tierYear',
  'tierBatch',
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
  // Registered capital without a unit is read in 10,000 yuan, so the heading may say so.
  capital: ['注册资本', '注册资金', '注册资本万元', '注册资金万元', 'capital', 'registeredcapital'],
  scope: ['经营范围', '业务范围', 'scope', 'businessscope'],
  province: ['省', '省份', '所属省份', '所在省份', '所在省', 'province'],
  city: ['市', '城市', '地市', '设区市', '所属城市', '所在城市', '所属地市', '所在市', 'city'],
  county: [
    '区县',
    '县区',
    '区',
    '县',
    '县市区',
    '区市县',
    '所属区县',
    '所在区县',
    '所属县区',
    'county',
    'district',
  ],
  location: [
    '所在地',
    '所在地区',
    '所属地区',
    '所属区域',
    '所在区域',
    '所在地市',
    '所属地',
    '注册地',
    '企业所在地',
    '地区',
    '区域',
    '属地',
    'location',
    'region',
    'area',
  ],
  address: ['地址', '注册地址', '住所', '企业地址', '经营地址', 'address', 'registeredaddress'],
  industry: [
    '行业',
    '所属行业',
    '行业名称',
    '行业类别',
    '行业分类',
    '国民经济行业',
    '所属国民经济行业',
    '行业代码',
    'industry',
    'industrycode',
  ],
  tier: [
    '专精特新级别',
    '专精特新等级',
    '专精特新类型',
    '专精特新类别',
    '专精特新',
    '认定级别',
    '认定类别',
    '认定类型',
    '认定等级',
    '梯度类型',
    '梯度级别',
    '企业梯度',
    '企业称号',
    '称号',
    'tier',
    'tierlevel',
    'recognition',
  ],
  tierYear: [
    '认定年度',
    '认定年份',
    '认定年',
    '认定时间',
    '认定日期',
    '公布年度',
    '公告年度',
    'tieryear',
    'recognitionyear',
    'recognizedin',
  ],
  tierBatch: ['认定批次', '批次', '公布批次', 'batch'],
};

/** Headings of what is said of persons: it is not imported without their consent. */
const PERSONAL =
  /联系人|联络人|联系方式|联系电话|电话|手机|传真|邮箱|电子邮件|微信|qq|法定代表|法人代表|^法人|负责人|经办人|董事长|总经理|身份证|姓名|contact|phone|mobile|telephone|e?mail|wechat|legalrep|person/;
/** Cells of columns that nobody knows and that look like a telephone number, an address of e-mail or an identity card. */
const PERSONAL_CELL = /(?:^|\D)1[3-9]\d{9}(?:\D|$)|[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:^|\D)\d{17}[\dXx](?:\D|$)/i;

/** Without these nothing can be imported. */
const REQUIRED: readonly ImportColumn[] = ['name', 'creditCode'];

/** How many examples of a column are shown, and their maximum length. */
const MAX_EXAMPLES = 3;
const MAX_EXAMPLE = 40;
const MAX_HEADING = 60;

function plain(heading: string): string {
  return foldText(heading).replace(/[\s_*（）()：:-]/g, '');
}

/** Why a column of a list is not imported: a code of the import's texts. */
export type ColumnDropReason =
  'COLUMN_UNKNOWN' | 'COLUMN_PERSONAL' | 'COLUMN_REPEATED' | 'COLUMN_WITHOUT_TIER';

/** A column of a list: what it was read as or why it was dropped, with examples unless they are about persons. */
export interface ListColumn {
  /** Place in the list, from 1. */
  readonly position: number;
  readonly heading: string;
  readonly readAs: ImportColumn | null;
  readonly dropped: ColumnDropReason | null;
  readonly examples: readonly string[];
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
  if (places.tier === undefined) {
    delete places.tierYear;
    delete places.tierBatch;
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

/** Tells of each column of a list what becomes of it, and collects examples of its cells. */
export class ColumnReport {
  private readonly columns: (Omit<ListColumn, 'examples'> & { examples: string[] })[];

  constructor(header: readonly string[], { places }: ColumnMapping) {
    const readAs = new Map(IMPORT_COLUMNS.map((column) => [places[column], column]));
    this.columns = header.map((heading, at) => {
      const column = readAs.get(at) ?? null;
      return {
        position: at + 1,
        heading: heading.trim().slice(0, MAX_HEADING),
        readAs: column,
        dropped: column ? null : dropReason(plain(heading)),
        examples: [],
      };
    });
  }

  /** Takes examples from a row; a column that turns out to be about persons loses the ones that it had. */
  note(cells: readonly string[]): void {
    for (const [at, column] of this.columns.entries()) {
      if (column.dropped === 'COLUMN_PERSONAL') continue;
      const cell = cells[at]?.trim() ?? '';
      if (cell === '') continue;
      if (column.dropped === 'COLUMN_UNKNOWN' && PERSONAL_CELL.test(cell)) {
        this.columns[at] = { ...column, dropped: 'COLUMN_PERSONAL', examples: [] };
        continue;
      }
      const example = cell.slice(0, MAX_EXAMPLE);
      if (column.examples.length < MAX_EXAMPLES && !column.examples.includes(example))
        column.examples.push(example);
    }
  }

  /** The columns in their order; one without heading and cells is none. */
  list(): ListColumn[] {
    return this.columns.filter(
      ({ heading, examples, dropped }) =>
        heading !== '' || examples.length > 0 || dropped === 'COLUMN_PERSONAL',
    );
  }
}

function dropReason(heading: string): ColumnDropReason {
  for (const column of IMPORT_COLUMNS) {
    if (!HEADINGS[column].includes(heading)) continue;
    return column === 'tierYear' || column === 'tierBatch' ? 'COLUMN_WITHOUT_TIER' : 'COLUMN_REPEATED';
  }
  return PERSONAL.test(heading) ? 'COLUMN_PERSONAL' : 'COLUMN_UNKNOWN';
}
