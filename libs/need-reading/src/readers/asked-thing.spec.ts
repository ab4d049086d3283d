import { type NeedPart, plainWords } from '../need-reading.js';
import { NeedReader } from './need-reader.js';
import { ParameterFinder } from '../conditions/parameter-finder.js';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';

const reader = new NeedReader(vocabulary, extractor, certificates, regions, new ParameterFinder(vocabulary));

const partsOf = (text: string): readonly NeedPart[] => reader.readNeed(plainWords(text)).parts;
const headOf = (text: string) => partsOf(text).find(({ role }) => role === 'HEAD')?.text;
const roleOf = (text: string, word: string) => partsOf(text).find((part) => part.text === word)?.role;

describe('the thing asked for in the words of speech', () => {
  it.each([
    ['what the asker makes', '我们做工业机器人的，要找谐波减速器', '谐波减速器'],
    ['what the asker makes, of a company', '我司做伺服电机，需要轴承，每月五千套', '轴承'],
    ['who buys', '亚马逊宠物卖家，要深沟球轴承', '深沟球轴承'],
    ['what was used until now', '原来用深沟球轴承，现在想换成滚针轴承', '滚针轴承'],
    ['where the thing is', '减速机里的轴承老是坏，急换', '轴承'],
    ['where the thing is, two of them', '冲床和注塑机上的联轴器磨损了，要换一批', '联轴器'],
    ['brackets', '调心滚子轴承（45#钢保持架那种），每月500套', '调心滚子轴承'],
    ['what comes along', '定做一台上料机构，行程两米，带防护罩和拖链', '上料机构'],
    ['a property in one piece with it', '谐波减速器无背隙，做小型关节', '谐波减速器'],
    ['a wish behind it', '法兰阀门轴承要进口的', '轴承'],
    ['a supplier of it', '找压铆螺母厂家，长期合作', '压铆螺母'],
    ['work in unknown words', '整线拆装，冲床最大800吨', '整线拆装'],
    ['work on a material', '真丝面料代染色', '染色'],
    ['a blank between work and a material', '热浸镀锌 钢板 2mm', '钢板'],
    ['work before a material', '金属3D打印，17-4PH和AlSi10Mg', '金属3d打印'],
    ['a lot within a name', 'BGA小批量封装', 'bga封装'],
    ['a standard in Latin letters', '要找MDR，技术文件编写', '技术文件编写'],
    ['what is said of each of a choice', '晶圆盒/花篮清洗机，8寸', '清洗机'],
    ['work on all that is listed', '卡尺、千分尺校准，上门', '校准'],
    ['a thing sought after a complaint', '客户投诉多，想改进齿轮箱密封，找油封供应商', '油封'],
    ['a complaint of the very thing', '原先进口的滚珠丝杠交期太长，想换国产', '滚珠丝杠'],
    ['a field within the name', '跨境电商，想定制不锈钢宠物碗', '宠物碗'],
    ['what a material in more words works on', '半合成切削液，加工铝件不发黑', '切削液'],
    ['a material alone before a thing', '304不锈钢，法兰', '法兰'],
    ['what it is made of in English', 'wearable dive tethers in silicone or FKM', 'wearable dive tethers'],
    ['a general name behind the narrower one', '球铁阀体毛坯铸件，最好能带机加工', '阀体毛坯'],
    ['a maker that seeks', '自动化设备公司，长期采购直线模组', '直线模组'],
    ['a machine that does the work', '找一家做钛合金热处理的，要真空炉', '热处理'],
    ['a grade of the very thing', '急，轴承座断裂，需要加急铸一个，QT500', '轴承座'],
    ['a material before it in English', 'CNC turned brass bezels', 'bezels'],
    ['who does what', 'SMT打样，元器件你们代采一部分', 'smt'],
    ['a material that makes up an unknown thing', '316L材质的刮刀旋滤装置，转鼓直径1250', '刮刀旋滤装置'],
    ['how many of each', '船厂在建的散货船缺深沟球轴承和联轴器各两台', '联轴器'],
    ['who buys, in the same clause', '温室基地采购遮阳网，抗老化', '遮阳网'],
    ['another supplier wished for', '水泵的轴封座想找第二家供应商', '轴封座'],
    ['what is wrong where it is wanted', '开料工位木粉尘太大，想上一套布袋除尘', '布袋除尘'],
    ['what the asker has', '阀体毛坯，我们自己有木模', '阀体毛坯'],
    ['a room to be built', '新厂要建一个万级洁净车间，大概800平', '洁净车间工程'],
  ])('is read in spite of %s', (_, text, head) => expect(headOf(text)).toBe(head));

  it('still takes the only thing named, wherever it stands', () => {
    expect(headOf('我们做谐波减速器')).toBe('谐波减速器');
    expect(headOf('(谐波减速器)')).toBe('谐波减速器');
  });

  it('reads what the asker makes, and where the thing is, as the field of use', () => {
    expect(roleOf('我们做工业机器人的，要找谐波减速器', '工业机器人')).toBe('APPLICATION');
    expect(roleOf('减速机里的轴承老是坏，急换', '减速机')).toBe('APPLICATION');
    expect(roleOf('瓦楞纸箱 替代木箱', '木箱')).toBe('APPLICATION');
  });

  it('lets what is wished for at best only narrow the thing', () => {
    expect(roleOf('轴类零件，磨削', '磨削')).toBe('DEFINING');
    expect(roleOf('轴类零件，最好能磨削', '磨削')).toBe('MODIFIER');
  });

  it('takes work that is given out for the work, and not for a finish of the thing', () => {
    const weightOf = (text: string) => partsOf(text).find((part) => part.text === '调质')?.weight ?? 0;
    expect(weightOf('轴类零件（来料）外协做调质')).toBeGreaterThan(weightOf('轴类零件, 调质'));
  });

  it('keeps neither chatter nor what is not wanted as parts', () => {
    const words = (text: string) => partsOf(text).map((part) => part.text);
    expect(words('深沟球轴承，换了两家都一样，哪家靠谱，下个月要')).toEqual(['深沟球轴承']);
    expect(words('深沟球轴承，别给我报滚针轴承')).toEqual(['深沟球轴承']);
    expect(words('无溶剂复膜胶')).toEqual(['无溶剂', '复膜胶']);
  });
});
