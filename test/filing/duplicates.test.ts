/** Titles that probably tell the same story, on titles as offices write them. */
import { describe, expect, test } from 'vitest';
import { likelyDuplicates, titleShelf } from '../../src/filing/duplicates.ts';

const TITLES = [
  '县医保局开展冬季消防安全自查',
  '县医保局召开信访积案化解推进会',
  '县医保局召开年中工作推进会',
  '县医保局组织收听收看全国医疗保障工作会议',
  '门诊统筹落地见效：南渡县群众家门口看病能报销',
  '药械采购服务中心通报第三季度约定采购量完成情况',
  '南渡县医疗保障局召开2025年度城乡居民医保参保征缴工作动员会',
  '医保服务中心推出“潮汐窗口”',
];
const OTHERS = TITLES.map((title, index) => ({ id: `n${index}`, title }));
const found = (title: string): string[] => likelyDuplicates(title, OTHERS).map(({ other }) => other.title);

describe('probably the same story', () => {
  test.each([
    ['only signs and width differ', '门诊统筹落地见效:南渡县 群众家门口看病能报销', '门诊统筹落地见效：南渡县群众家门口看病能报销'],
    ['a word was changed', '门诊统筹落地见效：南渡县群众在家门口看病可报销', '门诊统筹落地见效：南渡县群众家门口看病能报销'],
    ['the title is cut short', '门诊统筹落地见效', '门诊统筹落地见效：南渡县群众家门口看病能报销'],
    ['the name of the office is written out', '南渡县医疗保障局组织收听收看全国医疗保障工作会议', '县医保局组织收听收看全国医疗保障工作会议'],
  ])('%s', (_, title, expected) => {
    expect(found(title)).toEqual([expected]);
  });

  test('what only signs tell apart is wholly alike', () => {
    expect(likelyDuplicates('医保服务中心推出潮汐窗口', OTHERS)[0]?.likeness).toBe(1);
  });
});

describe('probably another story', () => {
  test.each([
    ['only what every title has is shared', '县医保局召开党风廉政建设专题会议'],
    ['the next piece of a series', '药械采购服务中心通报第四季度约定采购量完成情况'],
    ['the meeting of another year', '南渡县医疗保障局召开2026年度城乡居民医保参保征缴工作动员会'],
    ['a beginning that says nothing yet', '县医保局'],
    ['no sign at all', ' ！ '],
  ])('%s', (_, title) => {
    expect(found(title)).toEqual([]);
  });
});

test('the likest comes first, and of two alike the one with the lower id', () => {
  const shelf = titleShelf([
    { id: 'b', title: '医保服务中心推出潮汐窗口服务' },
    { id: 'c', title: '医保服务中心推出潮汐窗口' },
    { id: 'a', title: '医保服务中心推出潮汐窗口' },
  ]);
  expect(shelf.like('医保服务中心推出“潮汐窗口”').map(({ other }) => other.id)).toEqual(['a', 'c', 'b']);
});
