"""The English sentences of the codes of the core, a module a subject: what is translated."""
