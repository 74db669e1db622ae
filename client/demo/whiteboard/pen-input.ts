import type { Point } from "../../generated/schemas.js";

/** What the pen does. */
export interface PenEvents {
  pressed(at: Point): void;
  /** Moved while it is down. */
  drawn(at: Point): void;
  lifted(): void;
  /** Moved, down or not. */
  hovered(at: Point): void;
}

/** Tells what mouse, finger or pen does on the board. */
export function listenToPen(
  board: HTMLElement,
  pointAt: (event: PointerEvent) => Point,
  events: PenEvents,
): void {
  let pointer: number | undefined;
  board.addEventListener("pointerdown", (event) => {
    // A second finger draws nothing, nor does the right button.
    if (pointer !== undefined || event.button !== 0) return;
    pointer = event.pointerId;
    board.setPointerCapture(event.pointerId);
    events.pressed(pointAt(event));
  });
  board.addEventListener("pointermove", (event) => {
    events.hovered(pointAt(event));
    if (event.pointerId !== pointer) return;
    // A fast hand is at more places than there are frames.
    const places = event.getCoalescedEvents?.() ?? [];
    for (const place of places.length > 0 ? places : [event]) events.drawn(pointAt(place));
  });
  for (const type of ["pointerup", "pointercancel"] as const) {
    board.addEventListener(type, (event) => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      events.lifted();
    });
  }
}
