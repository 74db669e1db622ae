/**
 * Adds an entry under the channel's next offset, and takes out what is too old or too much.
 *
 * Keys: the channel's offset, the latest offsets by event, the event's stream. Arguments: how long and how many are kept,
 * the event's name, its rooms, its exceptions, its payload.
 */
export const appendScript = `
local offset = redis.call('INCR', KEYS[1])
local previous = redis.call('HGET', KEYS[2], ARGV[3]) or '0'
redis.call('HSET', KEYS[2], ARGV[3], offset)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('XADD', KEYS[3], 'MAXLEN', ARGV[2], string.format('%.0f-0', offset),
  'at', string.format('%.0f', now), 'previous', previous, 'rooms', ARGV[4], 'except', ARGV[5], 'body', ARGV[6])
while true do
  local first = redis.call('XRANGE', KEYS[3], '-', '+', 'COUNT', 1)[1]
  if not first or tonumber(first[2][2]) >= now - ARGV[1] then break end
  redis.call('XDEL', KEYS[3], first[1])
end
redis.call('PEXPIRE', KEYS[3], ARGV[1])
return offset
`;

/**
 * Reads what stands behind an offset, of all events at one moment.
 *
 * Keys: the latest offsets by event, the streams. Arguments: the offset, the events' names. Gives for each event its latest
 * offset and its entries.
 */
export const readScript = `
local found = {}
for index = 2, #KEYS do
  local last = redis.call('HGET', KEYS[1], ARGV[index]) or '0'
  found[index - 1] = { last, redis.call('XRANGE', KEYS[index], string.format('%.0f-0', ARGV[1] + 1), '+') }
end
return found
`;
