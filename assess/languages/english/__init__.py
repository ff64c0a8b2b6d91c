"""The English sentences of core's codes, a module a subject: the source of all languages."""
