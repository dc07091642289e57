# EM: the θ where a bound is highest is where the next one touches
#
# Draw climbing.png and climbing.svg again, in this folder:  gnuplot climbing.gnuplot
# It needs climbing.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,520 font 'DejaVu Sans,11'
    set output 'climbing.png'
    call 'climbing.gnuplot' 'page'
    set terminal svg noenhanced size 900,520 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'climbing.svg'
    call 'climbing.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'EM: the θ where a bound is highest is where the next one touches' font ',14'

# Panel 1: From θ = 1
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.923076923
set title 'From θ = 1' font ',13' textcolor rgb '#333333'
set xlabel 'θ' textcolor rgb '#333333'
set ylabel 'nats' textcolor rgb '#333333'
set xrange [0.64926981:5.32567234]
set yrange [-299.84135:-204.055747]
set xtics 1 format '%.0f'
set ytics 20 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'climbing.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'log p(data)', \
    'climbing.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'bound 1', \
    'climbing.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' notitle, \
    'climbing.dat' index 3 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#0072b2' notitle, \
    'climbing.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'bound 2', \
    'climbing.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'climbing.dat' index 6 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#d55e00' notitle, \
    'climbing.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'bound 3', \
    'climbing.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' notitle, \
    'climbing.dat' index 9 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#009e73' notitle

# Panel 2: From θ = −1
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.923076923
set title 'From θ = −1' font ',13' textcolor rgb '#333333'
set xlabel 'θ' textcolor rgb '#333333'
set ylabel 'nats' textcolor rgb '#333333'
set xrange [-5.36670206:-0.645943076]
set yrange [-322.850858:-271.607937]
set xtics 1 format '%.0f'
set ytics 10 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'climbing.dat' index 10 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'log p(data)', \
    'climbing.dat' index 11 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'bound 1', \
    'climbing.dat' index 12 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' notitle, \
    'climbing.dat' index 13 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#0072b2' notitle, \
    'climbing.dat' index 14 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'bound 2', \
    'climbing.dat' index 15 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'climbing.dat' index 16 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#d55e00' notitle, \
    'climbing.dat' index 17 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'bound 3', \
    'climbing.dat' index 18 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' notitle, \
    'climbing.dat' index 19 using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth 1.4 linecolor rgb '#009e73' notitle
unset multiplot
