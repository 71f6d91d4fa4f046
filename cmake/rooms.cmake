# The rooms of the house, from the ground floor up. A room may use the rooms named behind it and
# nothing else: the libraries are linked that way, and check_layers.cmake reads the includes.
set(SYNOPTIC_ROOMS base text url html model knowledge collect clean annotate group compare store
                   flow serve cli)
set(USES_base "")
set(USES_text base)
set(USES_url base text)
set(USES_html base text)
set(USES_model base text)
set(USES_knowledge base text url model)
set(USES_collect base text url html model knowledge)
set(USES_clean base text url html model knowledge)
set(USES_annotate base text url model knowledge)
set(USES_group base text url model knowledge)
set(USES_compare base text url model knowledge)
set(USES_store base text url model knowledge)
set(USES_flow base text url html model knowledge collect clean annotate group compare store)
set(USES_serve base text url model knowledge store flow)
set(USES_cli base text url model knowledge collect store flow serve)
