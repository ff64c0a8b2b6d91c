"""The service over HTTP: who asks, what they may, and what they are told."""
