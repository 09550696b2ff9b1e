; The outline: journeys, their personas, phases and touchpoints; and who points at a touchpoint.

(journey head: (entry text: (text) @name)) @definition.module
(persona head: (entry text: (text) @name)) @definition.interface
(phase head: (entry text: (text) @name)) @definition.class
(touchpoint head: (entry text: (text) @name)) @definition.method

(entry keyword: (next_keyword) text: (text) @name) @reference.call
