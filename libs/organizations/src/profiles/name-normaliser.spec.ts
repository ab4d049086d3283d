import { Regions } from '@app/taxonomy';
import { NameNormaliser } from './name-normaliser.js';

const names = new NameNormaliser(Regions.load());

describe('names of organizations', () => {
  it.each([
    ['杭州华新机械有限公司', '华新机械'],
    ['杭州市华新机械厂', '华新机械'],
    ['华新机械（杭州）有限公司', '华新机械'],
    ['浙江省杭州市华新机械股份有限公司', '华新机械'],
    ['華新機械(杭州)有限責任公司', '华新机械'],
    ['华新机械集团有限公司', '华新机械'],
    ['苏州华新投资合伙企业（有限合伙）', '华新投资'],
    ['Huaxin Machinery Co., Ltd.', 'huaxinmachinery'],
  ])('%s is %s', (name, normalised) => {
    expect(names.normaliseName(name)).toBe(normalised);
  });

  it('keep what tells companies apart', () => {
    expect(names.normaliseName('杭州华新机械有限公司')).not.toBe(names.normaliseName('杭州华新电子有限公司'));
    expect(names.normaliseName('东方机械有限公司')).toBe('东方机械');
    expect(names.normaliseName('华新（第二）机械厂')).toBe('华新第二机械');
  });

  it('never lose everything', () => {
    for (const name of ['上海市', '有限公司', '集团', '宁波厂', '上海有限公司'])
      expect(names.normaliseName(name)).not.toBe('');
  });

  it('are the same when normalised twice', () => {
    for (const name of ['杭州华新机械有限公司', '东方机械有限公司', '无锡市第二机床厂']) {
      expect(names.normaliseName(names.normaliseName(name))).toBe(names.normaliseName(name));
    }
  });
});
