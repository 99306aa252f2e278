/** Names of fictional places and persons: the n-th is always the same, and no two are alike. */

const FIRST = '青白石沙龙凤金银东西南北上下大长新古云松梅竹桃柳荷莲清明永安';
const SECOND = '溪岭田坪塘湾桥洲湖山坡坑口堡浦林泉川源埠';
const PLACES = FIRST.length * SECOND.length;

/** The n-th place, without 镇 or 村: 青溪, 龙湾 … A step that shares no divisor with the count visits each once. */
export function placeName(n: number): string {
  const at = (n * 133 + 7) % PLACES;
  return `${'新'.repeat(Math.floor(n / PLACES))}${FIRST[at % FIRST.length]}${SECOND[Math.floor(at / FIRST.length)]}`;
}

const SURNAMES = '陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾廖赖徐周叶苏庄江吕何罗高萧潘简朱钟彭游詹胡施沈余赵卢梁颜柯翁魏孙戴方宋范邓杜傅侯曹薛丁';
const MIDDLE = '志文建晓海春永嘉思雅国家丽秀俊子明玉少锦';
const LAST = '华强敏芳军玲伟娟辉燕峰婷涛琴宁洁斌梅超莹';
const PERSONS = SURNAMES.length * MIDDLE.length * LAST.length;

/** The n-th person. */
export function personName(n: number): string {
  const at = (n * 7919 + 101) % PERSONS;
  const given = Math.floor(at / SURNAMES.length);
  return `${SURNAMES[at % SURNAMES.length]}${MIDDLE[given % MIDDLE.length]}${LAST[Math.floor(given / MIDDLE.length)]}${'小'.repeat(Math.floor(n / PERSONS))}`;
}
