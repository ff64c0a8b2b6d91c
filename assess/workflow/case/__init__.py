"""Use cases of a case: begin, answer, finish, undo, propose, carry to another database."""
