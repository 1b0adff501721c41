"""What benchmarks/accuracy.py is made of: corpora, peers, injected defects, annotated typos, labels, and the page it writes."""
