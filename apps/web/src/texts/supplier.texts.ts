import { defineTexts } from './define-texts.js';

export const supplierTexts = defineTexts({});
