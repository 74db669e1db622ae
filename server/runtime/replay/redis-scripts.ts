/**
 * Opens a log that is not there: its offsets begin at the clock's microseconds, above those of any log that Redis has lost, so
 * that nobody takes new entries for old ones. The beginning is kept under no event's name: what lay before it is gone.
 */
const begin = `
if redis.call('EXISTS', KEYS[1]) == 0 then
  local time = redis.call('TIME')
  local start = string.format('%.0f', time[1] * 1000000 + time[2])
  redis.call('SET', KEYS[1], start)
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[2], '', start)
end`;

/** Gives the channel's offset. Keys: the offset, the latest offsets by event. */
export const openScript = `${begin}
return redis.call('GET', KEYS[1])
`;

/**
 * Adds an entry under the channel's next offset, and takes out what is too old or too much.
 *
 * Keys: the channel's offset, the latest offsets by event, the event's stream. Arguments: how long and how many are kept,
 * the event's name, its rooms, its exceptions, its payload.
 */
export const appendScript = `${begin}
local offset = redis.call('INCR', KEYS[1])
local previous = redis.call('HGET', KEYS[2], ARGV[3]) or redis.call('HGET', KEYS[2], '') or '0'
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
  local last = redis.call('HGET', KEYS[1], ARGV[index]) or redis.call('HGET', KEYS[1], '') or '0'
  found[index - 1] = { last, redis.call('XRANGE', KEYS[index], string.format('%.0f-0', ARGV[1] + 1), '+') }
end
return found
`;
