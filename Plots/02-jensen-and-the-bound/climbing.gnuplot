# EM: each floor touches, and its summit is the next step
#
# Draw climbing.png and climbing.svg again, in this folder:  gnuplot climbing.gnuplot
# It needs climbing.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,480 font 'DejaVu Sans,11'
    set output 'climbing.png'
    call 'climbing.gnuplot' 'page'
    set terminal svg noenhanced size 800,480 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'climbing.svg'
    call 'climbing.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'EM: each floor touches, and its summit is the next step' font ',14'

# Panel 1: From θ = 1
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.916666667
set title 'From θ = 1' font ',13' textcolor rgb '#333333'
set xlabel 'θ' textcolor rgb '#333333'
set ylabel 'nats' textcolor rgb '#333333'
set xrange [-8.8:8.8]
set yrange [-340.943844:-205.113828]
set xtics 5 format '%.0f'
set ytics 20 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'climbing.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#56b4e9' title 'floor 1', \
    'climbing.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#e69f00' title 'floor 2', \
    'climbing.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'floor 3', \
    'climbing.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'log p(data)', \
    'climbing.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'touches'

# Panel 2: From θ = −1
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.916666667
set title 'From θ = −1' font ',13' textcolor rgb '#333333'
set xlabel 'θ' textcolor rgb '#333333'
set ylabel 'nats' textcolor rgb '#333333'
set xrange [-8.8:8.8]
set yrange [-340.943844:-205.113828]
set xtics 5 format '%.0f'
set ytics 20 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'climbing.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#56b4e9' title 'floor 1', \
    'climbing.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#e69f00' title 'floor 2', \
    'climbing.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'floor 3', \
    'climbing.dat' index 8 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'log p(data)', \
    'climbing.dat' index 9 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'touches'
unset multiplot
