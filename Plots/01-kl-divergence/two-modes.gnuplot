# One Gaussian q for two modes: four fits
#
# Draw two-modes.png and two-modes.svg again, in this folder:  gnuplot two-modes.gnuplot
# It needs two-modes.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,620 font 'DejaVu Sans,11'
    set output 'two-modes.png'
    call 'two-modes.gnuplot' 'page'
    set terminal svg noenhanced size 800,620 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'two-modes.svg'
    call 'two-modes.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'One Gaussian q for two modes: four fits' font ',14'

# Panel 1: KL[q‖p], from (-5, 1): 0.51 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.467741935
set size 0.5,0.467741935
set title 'KL[q‖p], from (-5, 1): 0.51 nats' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-6:5.99]
set yrange [0:0.85]
set xtics 5 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'two-modes.dat' index 0 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'two-modes.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q'

# Panel 2: KL[q‖p], from (5, 1): 0.92 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.467741935
set size 0.5,0.467741935
set title 'KL[q‖p], from (5, 1): 0.92 nats' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-6:5.99]
set yrange [0:0.85]
set xtics 5 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'two-modes.dat' index 2 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'two-modes.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q'

# Panel 3: KL[q‖p], from (0, 3): 1.9 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.467741935
set title 'KL[q‖p], from (0, 3): 1.9 nats' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-6:5.99]
set yrange [0:0.85]
set xtics 5 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'two-modes.dat' index 4 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'two-modes.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q'

# Panel 4: KL[p‖q], from (-5, 1): 0.72 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.467741935
set title 'KL[p‖q], from (-5, 1): 0.72 nats' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-6:5.99]
set yrange [0:0.85]
set xtics 5 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'two-modes.dat' index 6 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'two-modes.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'q'
unset multiplot
