"""The course of a case: the queue, what was said and decided, and the steps that are taken."""
