import { Injectable } from '@nestjs/common';
import { plainWords } from './need-description.js';
import { NeedReader } from './need-reader.js';

/** Tells the thing asked for from the words around it. */
@Injectable()
export class AskedThing {
  constructor(private readonly reader: NeedReader) {}

  /** The words of what a need in plain words asks for: 谐波减速器 of 我们做工业机器人的，要找谐波减速器; empty where it names nothing. */
  of(words: string): string {
    const { parts } = this.reader.read(plainWords(words));
    return parts.flatMap(({ role, text }) => (role === 'HEAD' ? text : [])).join(' ');
  }
}
