"""A whole archive compared with itself: articles -> pairs of equal sections -> pairs, groups, standing text.

An engine (`engine.Engine`; `section_pairs` in this process's memory) says which sections of different texts are
the same. All else is done here, the same for every engine: passages, what is standing text, groups, reposts.
Words, sections and what counts as the same are those of `newslint.duplicates`.
"""
