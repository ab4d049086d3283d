import { defineTexts } from './define-texts.js';

/** The first page: what the platform is, and a need put into plain words. */
export const homeTexts = defineTexts({
  'home.head': ['长三角供应链对接平台', 'Supply-chain matchmaking in the Yangtze River Delta'],
  'home.description': [
    '用平常的话说出采购需求，看清长三角哪些供应商能供、为什么、还缺什么资料。',
    'Say in plain words what you need to buy, and see which suppliers of the Yangtze River Delta can supply it, why, and what is still unknown.',
  ],
  'home.title': ['说出采购需求，看清谁能供、为什么', 'Say what you need. See who can supply it, and why.'],
  'home.lead': [
    '材料、工艺、数量、交期、地区、证书，用平常的话写即可。每家供应商逐项比对；没有说明的标为“未知”，不猜测，也不因此淘汰。',
    'Material, process, quantity, lead time, place, certificates: in plain words. Every supplier is compared point by point; what nobody has stated is “unknown”: never guessed, and no reason to drop out.',
  ],
  'home.label': ['采购需求', 'What you need to buy'],
  'home.placeholder': [
    '例如：铝合金压铸电机壳体，每月5000件，要有IATF 16949，苏州附近',
    'For example: die-cast aluminium motor housing, 5,000 a month, IATF 16949, near Suzhou',
  ],
  'home.hint': ['最多 2000 字 · Ctrl + Enter 提交', 'Up to 2,000 characters · Ctrl + Enter to submit'],
  'home.submit': ['查找供应商', 'Find suppliers'],
  'home.examples': ['示例', 'Examples'],
  'home.example1': [
    '新能源汽车电机壳体，铝合金压铸，每月5000件，要有IATF 16949，苏州附近',
    'Motor housing for electric cars, die-cast aluminium, 5,000 a month, IATF 16949, near Suzhou',
  ],
  'home.example2': [
    '医用注塑外壳，PC，洁净车间生产，每月2万件，浙江，需ISO 13485',
    'Injection-moulded medical housing, PC, clean room, 20,000 a month, Zhejiang, ISO 13485',
  ],
  'home.example3': [
    '不锈钢钣金机柜，激光切割、折弯、焊接、喷粉，首批200台，30天内交货',
    'Stainless sheet-metal cabinet, laser cutting, bending, welding, powder coating, first lot 200, within 30 days',
  ],
  'home.empty': ['请先写下需要采购什么。', 'First write what you need to buy.'],
  'home.forBuyers': ['我要采购', 'I buy'],
  'home.forBuyers.text': [
    '写一句需求，几秒得到排好序、带理由的供应商名单；发布后供应商主动应答。',
    'One sentence gives a ranked list of suppliers with reasons; once published, suppliers answer of their own accord.',
  ],
  'home.forBuyers.action': ['发布采购需求', 'Post a need'],
  'home.forSuppliers': ['我要供应', 'I supply'],
  'home.forSuppliers.text': [
    '两分钟发布一项能力：粘贴产品介绍，核对识别出的内容即可。合适的需求会找到您。',
    'Publish a capability in two minutes: paste your brochure, check what was recognised. Fitting needs will find you.',
  ],
  'home.forSuppliers.action': ['发布能力', 'Publish a capability'],
  'home.forOrganizers': ['我办活动', 'I organize'],
  'home.forOrganizers.text': [
    '发布供需对接会、展会、论坛和培训，让合适的企业坐到一张桌上。',
    'List docking sessions, fairs, forums and trainings, and bring the right companies to one table.',
  ],
  'home.forOrganizers.action': ['发布活动', 'List an event'],
  'home.searchTitle': ['或者直接搜索', 'Or search directly'],
  'home.upcoming': ['近期活动', 'Coming events'],
  'home.allEvents': ['全部活动', 'All events'],
  'home.newNeeds': ['最新采购需求', 'Newest needs'],
  'home.allNeeds': ['全部需求', 'All needs'],
});
