import { defineTexts } from './define-texts.js';

/** Units of amounts as they are stored, and what readers call them. */
export const unitTexts = defineTexts({
  'unit.件': ['件', 'pcs'],
  'unit.个': ['个', 'pcs'],
  'unit.只': ['只', 'pcs'],
  'unit.根': ['根', 'pcs'],
  'unit.片': ['片', 'pcs'],
  'unit.台': ['台', 'units'],
  'unit.套': ['套', 'sets'],
  'unit.吨': ['吨', 't'],
  'unit.公斤': ['公斤', 'kg'],
  'unit.千克': ['千克', 'kg'],
  'unit.米': ['米', 'm'],
});
