/** The robots of group chats, played by a server on this machine. */
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type Patience, post, type Robot, robotFrom } from '../../src/rim/webhook.ts';
import { closeRobots, robotThat } from '../rig/robot.ts';

const QUICK: Patience = { unreachable: [1, 1], busy: [1, 1] };
const BODY = '{"msgtype":"markdown","markdown":{"content":"提醒"}}';
const NOW = 1_594_800_000_000;

afterEach(closeRobots);

function robotAt(address: string, kind: string, secret?: string): Robot {
  const robot = robotFrom({ TONGBAO_WEBHOOK: address, TONGBAO_WEBHOOK_KIND: kind, TONGBAO_WEBHOOK_SECRET: secret });
  if ('fault' in robot) throw new Error(robot.fault);
  return robot;
}
const posted = (robot: Robot) => post(robot, BODY, () => NOW, QUICK);

describe('the robot of the environment', () => {
  test('is known by its host, or by the kind that is given', () => {
    const kindOf = (address: string, kind?: string) => robotFrom({ TONGBAO_WEBHOOK: address, TONGBAO_WEBHOOK_KIND: kind });
    expect(kindOf('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k')).toMatchObject({ chat: 'wecom' });
    expect(kindOf('https://oapi.dingtalk.com/robot/send?access_token=t')).toMatchObject({ chat: 'dingtalk' });
    expect(kindOf('https://chat.example.org/hooks/x')).toMatchObject({ chat: 'plain' });
    expect(kindOf('https://proxy.example.org/wecom', 'wecom')).toMatchObject({ chat: 'wecom' });
    expect(kindOf('https://chat.example.org', 'slack')).toEqual({ fault: 'bad-kind' });
  });
  test('has to be an address of the web', () => {
    expect(robotFrom({})).toEqual({ fault: 'no-address' });
    expect(robotFrom({ TONGBAO_WEBHOOK: 'ftp://example.org' })).toEqual({ fault: 'bad-address' });
    expect(robotFrom({ TONGBAO_WEBHOOK: 'key=abc' })).toEqual({ fault: 'bad-address' });
  });
});

describe('posting', () => {
  test('gives the body as JSON, and is done where errcode is 0', async () => {
    const robot = await robotThat(() => ({ body: '{"errcode":0,"errmsg":"ok"}' }));
    expect(await posted(robotAt(`${robot.address}/send?key=abcdef`, 'wecom'))).toBeNull();
    expect(robot.requests).toEqual([{ path: '/send?key=abcdef', type: 'application/json; charset=utf-8', body: BODY }]);
  });

  test('fails where the answer is 200 with another errcode, without telling the key', async () => {
    const robot = await robotThat(() => ({ body: '{"errcode":93000,"errmsg":"invalid webhook url, key=abcdef-12345"}' }));
    expect(await posted(robotAt(`${robot.address}/send?key=abcdef-12345`, 'wecom'))).toEqual({
      what: 'refused',
      said: 'errcode 93000: invalid webhook url, key=***',
    });
    expect(robot.requests).toHaveLength(1);
  });

  test('signs for 钉钉 with the time and the secret', async () => {
    const robot = await robotThat(() => ({ body: '{"errcode":0}' }));
    await posted(robotAt(`${robot.address}/robot/send?access_token=tok`, 'dingtalk', 'SECxyz'));
    const asked = new URL(robot.requests[0]?.path ?? '', robot.address).searchParams;
    const sign = createHmac('sha256', 'SECxyz').update(`${NOW}\nSECxyz`, 'utf8').digest('base64');
    expect([...asked]).toEqual([
      ['access_token', 'tok'],
      ['timestamp', String(NOW)],
      ['sign', sign],
    ]);
  });

  test('tries again where the robot is busy or the server fails, and gives up in time', async () => {
    const answers = [{ body: '{"errcode":45009,"errmsg":"api freq out of limit"}' }, { status: 503, body: '' }, { body: '{"errcode":0}' }];
    const robot = await robotThat((count) => answers[count] ?? {});
    expect(await posted(robotAt(robot.address, 'wecom'))).toBeNull();
    expect(robot.requests).toHaveLength(3);
    const down = await robotThat(() => ({ status: 502 }));
    expect(await posted(robotAt(down.address, 'plain'))).toEqual({ what: 'refused', said: 'HTTP 502' });
    expect(down.requests).toHaveLength(3);
  });

  test('tries again where the connection breaks', async () => {
    const robot = await robotThat((count) => (count === 0 ? 'hang-up' : { body: '{"errcode":0}' }));
    expect(await posted(robotAt(robot.address, 'dingtalk'))).toBeNull();
    expect(robot.requests).toHaveLength(2);
  });

  test('tells the code alone where nobody listens', async () => {
    const robot = await robotThat(() => ({}));
    await closeRobots();
    expect(await posted(robotAt(`${robot.address}/send?key=abcdef`, 'wecom'))).toEqual({ what: 'unreachable', said: 'ECONNREFUSED' });
  });

  test('does not take an answer for a yes that says nothing, and follows no redirection', async () => {
    const robot = await robotThat((count) => (count === 0 ? { body: '<html>login</html>' } : { body: '"ok"' }));
    const nothing = { what: 'refused', said: 'HTTP 200, no errcode' };
    expect(await posted(robotAt(robot.address, 'wecom'))).toEqual(nothing);
    expect(await posted(robotAt(robot.address, 'wecom'))).toEqual(nothing);
    const elsewhere = await robotThat(() => ({ status: 302, location: robot.address }));
    expect(await posted(robotAt(elsewhere.address, 'plain'))).toMatchObject({ what: 'unreachable' });
    expect(robot.requests).toHaveLength(2);
  });

  test('takes any 2xx of a plain one, and no 4xx', async () => {
    const robot = await robotThat((count) => ({ status: count === 0 ? 204 : 404 }));
    expect(await posted(robotAt(robot.address, 'plain'))).toBeNull();
    expect(await posted(robotAt(robot.address, 'plain'))).toEqual({ what: 'refused', said: 'HTTP 404' });
  });
});
