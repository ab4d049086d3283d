import { defineTexts } from '@app/kernel';

export const importTexts = defineTexts({
  LIST_FILE_UNREADABLE: {
    zh: '无法读取文件“{file}”：{reason}。',
    en: 'The file “{file}” cannot be read: {reason}.',
  },
  LIST_FILE_EMPTY: { zh: '文件“{file}”是空的。', en: 'The file “{file}” is empty.' },
  LIST_FILE_TRUNCATED: {
    zh: '文件“{file}”不完整（压缩数据提前结束），未导入任何内容。',
    en: 'The file “{file}” is incomplete (its compressed data ends too early); nothing was imported.',
  },
  LIST_FILE_TOO_LARGE: {
    zh: '文件“{file}”解压后过大，未导入任何内容。请拆成几个文件，或另存为 CSV。',
    en: 'The file “{file}” is too large when unpacked; nothing was imported. Split it, or save it as CSV.',
  },
  LIST_FILE_OLD_EXCEL: {
    zh: '文件“{file}”是旧版Excel（.xls）或其他复合文档，请另存为 .xlsx 或 CSV。',
    en: 'The file “{file}” is an old Excel file (.xls) or another compound file; save it as .xlsx or CSV.',
  },
  LIST_FILE_ENCODING: {
    zh: '文件“{file}”第 {line} 行附近不是 UTF-8 也不是 GB18030 编码，请另存为其中一种。',
    en: 'Near line {line} the file “{file}” is neither UTF-8 nor GB18030; save it as one of them.',
  },
  LIST_FILE_COLUMNS: {
    zh: '缺少列：{missing}。文件中的列：{found}。',
    en: 'Missing columns: {missing}. The file has: {found}.',
  },
  LIST_FILE_CELL_TOO_LONG: {
    zh: '第 {line} 行附近有一个单元格超过 {max} 个字符（可能引号没有闭合），未导入任何内容。',
    en: 'Near line {line} a cell is longer than {max} characters (perhaps a quotation mark is not closed); nothing was imported.',
  },
  LIST_FILE_MALFORMED: {
    zh: '第 {line} 行格式错误：{reason}。未导入任何内容。',
    en: 'Line {line} is malformed: {reason}. Nothing was imported.',
  },
  IMPORT_TOO_LONG: {
    zh: '收到的内容超过声明的 {size} 字节。',
    en: 'More than the announced {size} bytes arrived.',
  },
  ORGANIZATION_IMPORT_STATE: {
    zh: '名录的当前状态不允许这一步。',
    en: 'The state of the list does not allow this step.',
  },
  IMPORT_RUNNING: {
    zh: '另一个导入正在进行，请等它结束后再试。',
    en: 'Another import is running; try again when it has ended.',
  },
  IMPORT_DATABASE_GONE: {
    zh: '与数据库的连接中断，请稍后重新导入该文件；已导入的内容不会重复。',
    en: 'The connection to the database was lost; import the file again later, nothing will be doubled.',
  },
  IMPORT_GIVEN_UP: {
    zh: '处理该文件时程序 {attempts} 次意外中断，已停止处理，未导入任何内容。请检查文件，或拆成几个较小的文件、另存为 CSV 后重新上传。',
    en: 'The program stopped {attempts} times while it processed this file and has given up; nothing was imported. Check the file, or split it or save it as CSV, and upload it again.',
  },
  IMPORT_DISK_FULL: { zh: '磁盘空间不足，未导入任何内容。', en: 'The disk is full; nothing was imported.' },
  ROW_NAME_CONTROL_CHARACTERS: {
    zh: '名称“{value}”中有换行等不可见字符',
    en: 'the name “{value}” contains line breaks or other invisible characters',
  },
  ROW_NAME_ADDRESS: {
    zh: '名称“{value}”中有网址或邮箱地址',
    en: 'the name “{value}” contains a web or e-mail address',
  },
  ROW_NAME_OF_PLATFORM: {
    zh: '名称“{value}”容易与平台、客服混淆，请核对是否为真实企业',
    en: 'the name “{value}” may be taken for the platform or its customer service; check that it is a real company',
  },
  ROW_CREDIT_CODE_MISSING: { zh: '缺少统一社会信用代码', en: 'the unified social credit code is missing' },
  ROW_CREDIT_CODE_SHAPE: {
    zh: '“{value}”不是18位统一社会信用代码',
    en: '“{value}” is not an 18-character unified social credit code',
  },
  ROW_CREDIT_CODE_CHECK: {
    zh: '“{value}”的校验码不对（应为 {expected}）',
    en: 'the check character of “{value}” is wrong (it should be {expected})',
  },
  ROW_CREDIT_CODE_TWICE: {
    zh: '信用代码与第 {line} 行重复',
    en: 'the credit code stands in line {line} already',
  },
  ROW_NAME_MISSING: { zh: '缺少企业名称', en: 'the name is missing' },
  ROW_TOO_LONG: { zh: '超过 {max} 个字符', en: 'longer than {max} characters' },
  ROW_DATE: { zh: '“{value}”不是有效日期', en: '“{value}” is not a valid date' },
  ROW_CAPITAL: { zh: '“{value}”不是可识别的注册资本', en: '“{value}” cannot be read as registered capital' },
  ROW_REGION: {
    zh: '“{value}”不是已知的行政区，或与前面的省市不一致',
    en: '“{value}” is not a known region, or not one inside the place stated before it',
  },
  ROW_INDUSTRY: {
    zh: '“{value}”不在国民经济行业分类（GB/T 4754）中',
    en: '“{value}” is not in the classification of industries (GB/T 4754)',
  },
  ROW_TIER: {
    zh: '“{value}”不是可识别的认定（创新型、专精特新、隐形冠军、小巨人、单项冠军）',
    en: '“{value}” is no known recognition (innovative, specialized, hidden champion, little giant, single-product champion)',
  },
  ROW_YEAR: {
    zh: '“{value}”不是 2011 至 {last} 年之间的认定年度，认定未导入',
    en: '“{value}” is not a year of recognition between 2011 and {last}; the recognition is not imported',
  },
  ROW_TIER_WITHOUT_YEAR: {
    zh: '“{value}”没有对应的认定年度，认定未导入',
    en: '“{value}” has no year of recognition; it is not imported',
  },
  ROW_YEAR_WITHOUT_TIER: { zh: '有认定年度而没有认定', en: 'a year of recognition without a recognition' },
  COLUMN_UNKNOWN: { zh: '导入不认识这一列', en: 'The import does not know this column' },
  COLUMN_PERSONAL: {
    zh: '个人信息：未经本人同意不导入，也不保存示例',
    en: 'Personal data: not imported without consent, and no examples are kept',
  },
  COLUMN_REPEATED: { zh: '同一内容已从另一列读取', en: 'Another column with this content is read instead' },
  COLUMN_WITHOUT_TIER: {
    zh: '名录中没有认定级别一列，年度和批次无从对应',
    en: 'The list has no column with the recognition that this belongs to',
  },
  ROW_CELLS: {
    zh: '有 {found} 个单元格，表头有 {expected} 列',
    en: 'has {found} cells, the header {expected}',
  },
});
